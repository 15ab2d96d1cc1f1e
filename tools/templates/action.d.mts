export declare function actionFiles(noun: string, verb: string, button: string, english: string, read: (path: string) => string | undefined): {
  fresh: Record<string, string>
  changed: Record<string, string>
}
