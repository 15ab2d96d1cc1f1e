export declare function moduleFiles(noun: string, path: string, sentence: string, stamp: string): Record<string, string>
export declare function wired(text: string, noun: string): string | undefined
