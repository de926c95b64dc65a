/** A value as it travels from a source to the archive. Numbers are safe integers or doubles; anything wider is a string. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** An object of {@link JsonValue}s. Names that JavaScript treats specially (`__proto__`) are ordinary data here. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}
