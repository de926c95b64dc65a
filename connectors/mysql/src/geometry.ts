import type { JsonObject, JsonValue } from '@habeas/connector-sdk';

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'];

/** The bytes are no geometry: shorter than they say, or of a type nobody knows. */
class NotAGeometry extends Error {}

/**
 * A geometry as GeoJSON (RFC 7946), from the format the server stores it in: four bytes of reference system, then
 * well-known binary. Coordinates keep the stored order, longitude first for geographic systems. Returns `undefined` for
 * bytes that are not such a value.
 */
export function geometryToGeoJson(bytes: Buffer): JsonObject | undefined {
  try {
    const reader = new WkbReader(bytes);
    const srid = reader.count(true);
    const geometry = reader.geometry();
    return srid === 0 ? geometry : { ...geometry, srid };
  } catch (error) {
    if (error instanceof NotAGeometry) return undefined;
    throw error;
  }
}

/** Reads well-known binary (OGC 06-103r4 §8.2) in two dimensions, the only ones that MySQL and MariaDB store. */
class WkbReader {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  geometry(): JsonObject {
    const isLittle = this.bytes.readUInt8(this.#take(1)) === 1;
    const type = TYPES[this.count(isLittle) - 1];
    if (type === undefined) throw new NotAGeometry();
    return type === 'GeometryCollection'
      ? { type, geometries: this.#list(isLittle, () => this.geometry()) }
      : { type, coordinates: this.#coordinates(type, isLittle) };
  }

  count(isLittle: boolean): number {
    const at = this.#take(4);
    return isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  #coordinates(type: string, isLittle: boolean): JsonValue {
    const point = (): JsonValue => [this.#double(isLittle), this.#double(isLittle)];
    if (type === 'Point') return point();
    if (type === 'LineString') return this.#list(isLittle, point);
    if (type === 'Polygon') return this.#list(isLittle, () => this.#list(isLittle, point));
    return this.#list(isLittle, () => this.geometry()['coordinates'] ?? null);
  }

  #list<T>(isLittle: boolean, read: () => T): T[] {
    const length = this.count(isLittle);
    if (length > this.bytes.length) throw new NotAGeometry();
    return Array.from({ length }, read);
  }

  #double(isLittle: boolean): number {
    const at = this.#take(8);
    return isLittle ? this.bytes.readDoubleLE(at) : this.bytes.readDoubleBE(at);
  }

  /** Where the next bytes begin. */
  #take(bytes: number): number {
    const at = this.#at;
    this.#at += bytes;
    if (this.#at > this.bytes.length) throw new NotAGeometry();
    return at;
  }
}
