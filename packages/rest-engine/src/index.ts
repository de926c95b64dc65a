export { systemClock, type Clock } from './clock.js';
export { DEFAULT_LIMITS, type Http, type HttpLimits, type HttpReply, type HttpRequest, type Standing } from './http/http.js';
export { openHttp, type HttpOptions } from './http/open-http.js';
export { retryAfterMs } from './http/waits.js';
export { openUpload, type Upload, type Uploader, type UploadOptions } from './http/open-upload.js';
export { openPace, type Pace, type PaceRequest } from './pace/open-pace.js';
export { limitsSchema, type Limit } from './pace/limits-schema.js';
export { authSchema, resolveAuth, type AuthManifest, type AuthScheme } from './auth/auth-schema.js';
export type { AuthContext, Authenticator } from './auth/authenticator.js';
export { createAuthenticator } from './auth/create-authenticator.js';
export { responsesSchema, type ResponseRule, type Responses } from './call/responses-schema.js';
export {
  createCaller,
  type Caller,
  type CallerParts,
  type CallOptions,
  type FileReply,
  type Reply,
} from './call/create-caller.js';
export { durationSchema } from './duration.js';
export { parseJson } from './http/parse-json.js';
export { valuesAt } from './template/json-path.js';
export { manifestJsonSchema } from './manifest/manifest-json-schema.js';
export { manifestSchema } from './manifest/manifest-schema.js';
export { parseManifest, type Manifest } from './manifest/manifest.js';
export { manifestOf, restConnector, restConnectorFrom, type RestConnectorOptions } from './rest-connector.js';
export type { RestConfig } from './config-schema.js';
export { recordCassette, type Recording } from './cassette/record.js';
export { connectorSkeleton, isConnectorName } from './skeleton/connector-skeleton.js';
export { importManifest, type ImportedFile, type ImportedManifest } from './import/import-manifest.js';
export type { Decision } from './import/write-draft.js';
