import { Secret } from '@habeas/connector-sdk';
import S3rver from 's3rver';
import { describeBlobStore } from '../../test/blob-store-contract.js';
import { tempFolder } from '../../test/making.js';
import { S3BlobStore } from './s3-blob-store.js';

// It takes no conditional writes, aborts no uploads and sorts by folder, which S3 does; see the strict server for those.
describeBlobStore('S3BlobStore, with s3rver', async () => {
  const temp = await tempFolder();
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: temp.path,
    configureBuckets: [{ name: 'habeas-test', configs: [] }],
  });
  const { port } = await server.run();
  const store = await S3BlobStore.open({
    bucket: 'habeas-test',
    prefix: 'vault/',
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${String(port)}`,
    pathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: new Secret('S3RVER') },
  });
  return {
    store,
    unordered: true,
    async dispose() {
      store.close();
      await server.close();
      await temp.remove();
    },
  };
});
