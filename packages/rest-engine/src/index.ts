export { systemClock, type Clock } from './clock.js';
export { DEFAULT_LIMITS, type Http, type HttpLimits, type HttpReply, type HttpRequest, type Standing } from './http/http.js';
export { openHttp, type HttpOptions } from './http/open-http.js';
export { openPace, type Pace, type PaceRequest } from './pace/open-pace.js';
export { limitsSchema, type Limit } from './pace/limits-schema.js';
