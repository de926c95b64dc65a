import { mkdirSync } from 'node:fs';
import S3rver from 's3rver';

const BUCKET = 'habeas-faults';

/** S3-compatible storage on this machine, which keeps its objects as files below a folder. */
export interface LocalS3 {
  /** The line of service.yaml. */
  readonly setting: string;
  stop(): Promise<void>;
}

/** Starts one. It outlives the processes of the service, as a storage does. */
export async function startLocalS3(directory: string): Promise<LocalS3> {
  mkdirSync(directory, { recursive: true });
  const configureBuckets = [{ name: BUCKET, configs: [] as const }];
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${String(port)}`;
  return {
    setting: `s3: { bucket: ${BUCKET}, region: eu-west-3, endpoint: '${endpoint}', pathStyle: true, accessKeyId: S3RVER, secretAccessKey: S3RVER }`,
    stop: () => server.close(),
  };
}
