import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centreOf, distance, distanceTo, inside, type Area } from './area.ts'
import { readCorners, writeCorners } from './corners.ts'

const slawi = { latitude: -6.9826, longitude: 109.1405 }
/** A point so many metres to the east and north of Slawi. */
const from = (east: number, north: number) => ({ latitude: slawi.latitude + north / 111_195, longitude: slawi.longitude + east / (111_195 * Math.cos((slawi.latitude * Math.PI) / 180)) })
const square: Area = { kind: 'polygon', corners: [from(-100, -100), from(100, -100), from(100, 100), from(-100, 100)] }
const metres = fc.integer({ min: -3000, max: 3000 })

describe('places on the earth', () => {
  it('are as far apart as an atlas says', () => {
    // Slawi to Semarang (Simpang Lima), about 142 km as the crow flies.
    expect(distance(slawi, { latitude: -6.9904, longitude: 110.4229 }) / 1000).toBeCloseTo(141.5, 0)
    expect(distance(slawi, slawi)).toBe(0)
  })

  it('lie in a circle, a piece of land, or anywhere', () => {
    const circle: Area = { kind: 'circle', centre: slawi, radius: 100 }
    expect([inside(circle, from(70, 70)), inside(circle, from(80, 80)), inside(circle, from(80, 80), 20)]).toEqual([true, false, true])
    expect([inside(square, from(99, -99)), inside(square, from(101, 0)), Math.round(distanceTo(square, from(160, 0)))]).toEqual([true, false, 60])
    expect(inside({ kind: 'region' }, { latitude: 0, longitude: 0 })).toBe(true)
  })

  it('lie in a piece of land with a bay where the land is', () => {
    const bay: Area = { kind: 'polygon', corners: [from(0, 0), from(300, 0), from(300, 300), from(200, 300), from(200, 100), from(100, 100), from(100, 300), from(0, 300)] }
    expect([inside(bay, from(150, 200)), inside(bay, from(50, 200)), inside(bay, from(250, 200)), inside(bay, from(150, 50))]).toEqual([false, true, true, true])
  })

  it('are inside exactly when nothing separates them from the area, from whichever corner it is told', () => {
    fc.assert(fc.property(metres, metres, fc.integer({ min: 0, max: 3 }), (east, north, first) => {
      const turned: Area = { kind: 'polygon', corners: [...square.corners.slice(first), ...square.corners.slice(0, first)].toReversed() }
      const beyond = Math.hypot(Math.max(0, Math.abs(east) - 100), Math.max(0, Math.abs(north) - 100))
      if (Math.abs(beyond) > 1 || beyond === 0) expect(Math.abs(distanceTo(turned, from(east, north)) - beyond)).toBeLessThan(Math.max(1, beyond / 200))
    }))
  })

  it('have a middle to be shown at', () => {
    expect(distance(centreOf(square)!, slawi)).toBeLessThan(1)
    expect(centreOf({ kind: 'region' })).toBe(null)
  })
})

describe('corners', () => {
  const three = [{ latitude: -6.98, longitude: 109.14 }, { latitude: -6.98, longitude: 109.15 }, { latitude: -6.99, longitude: 109.15 }]
  it('are read from lines and from GeoJSON, closed or open', () => {
    for (const text of ['-6.98, 109.14\n-6.98 109.15\n-6.99;109.15', '-6,98; 109,14\n-6,98; 109,15\n-6,99; 109,15\n-6,98; 109,14', '{"type":"Polygon","coordinates":[[[109.14,-6.98],[109.15,-6.98],[109.15,-6.99],[109.14,-6.98]]]}', '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[109.14,-6.98,12],[109.15,-6.98,12],[109.15,-6.99,9],[109.14,-6.98,12]]]}}]}'])
      expect(readCorners(text)).toEqual({ corners: three })
    expect(readCorners(writeCorners(three))).toEqual({ corners: three })
  })

  it('are refused with what to do', () => {
    const wrong = (text: string) => (readCorners(text) as { wrong: string }).wrong
    expect(wrong('-6.98, 109.14\n-6.98, 109.15')).toContain('tiga titik')
    expect(wrong('-6.98, 109.14\nkantor\n-6.99, 109.15')).toContain('lintang dan bujur')
    expect(wrong('109.14, -6.98\n109.15, -6.98\n109.15, -6.99')).toContain('lintang dan bujur')
    expect(wrong('0.0, 0.0\n1.0, 1.0\n1.0, 0.0\n0.0, 1.0')).toContain('memotong')
    expect(wrong('{"type":"Point","coordinates":[1,2]}')).toContain('satu poligon')
    expect(wrong('{')).toContain('tidak terbaca')
  })
})
