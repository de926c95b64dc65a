import type { JsonObject, JsonValue } from '@habeas/connector-sdk';

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'];

/**
 * A geometry as GeoJSON (RFC 7946), from the format the server stores it in: four bytes of reference system, then
 * well-known binary. Coordinates keep the stored order, longitude first for geographic systems. Returns `undefined` for
 * bytes that are not such a value.
 */
export function geometryToGeoJson(bytes: Buffer): JsonObject | undefined {
  try {
    const srid = bytes.readUInt32LE(0);
    const geometry = new WkbReader(bytes).geometry();
    return srid === 0 ? geometry : { ...geometry, srid };
  } catch (error) {
    if (error instanceof RangeError) return undefined; // shorter than it says, or of a type nobody knows
    throw error;
  }
}

/** Reads well-known binary (OGC 06-103r4 §8.2) in two dimensions, the only ones that MySQL and MariaDB store. */
class WkbReader {
  #at = 4;

  constructor(private readonly bytes: Buffer) {}

  geometry(): JsonObject {
    const isLittle = this.bytes.readUInt8(this.#at) === 1;
    this.#at += 1;
    const type = TYPES[this.#count(isLittle) - 1];
    if (type === undefined) throw new RangeError('unknown geometry');
    return type === 'GeometryCollection'
      ? { type, geometries: this.#list(isLittle, () => this.geometry()) }
      : { type, coordinates: this.#coordinates(type, isLittle) };
  }

  #coordinates(type: string, isLittle: boolean): JsonValue {
    const point = (): JsonValue => [this.#double(isLittle), this.#double(isLittle)];
    if (type === 'Point') return point();
    if (type === 'LineString') return this.#list(isLittle, point);
    if (type === 'Polygon') return this.#list(isLittle, () => this.#list(isLittle, point));
    return this.#list(isLittle, () => this.geometry()['coordinates'] ?? null);
  }

  #list<T>(isLittle: boolean, read: () => T): T[] {
    const length = this.#count(isLittle);
    if (length > this.bytes.length) throw new RangeError('longer than its bytes');
    return Array.from({ length }, read);
  }

  #count(isLittle: boolean): number {
    const value = isLittle ? this.bytes.readUInt32LE(this.#at) : this.bytes.readUInt32BE(this.#at);
    this.#at += 4;
    return value;
  }

  #double(isLittle: boolean): number {
    const value = isLittle ? this.bytes.readDoubleLE(this.#at) : this.bytes.readDoubleBE(this.#at);
    this.#at += 8;
    return value;
  }
}
