const RATE = 8000; // samples a second, as telephones have it
const SECONDS = 0.5;
const HEADER = 44;

/** In place of a recorded call: a WAV file (RIFF, PCM, 8 bits, mono) of half a second, two tones that differ with the seed. */
export function recordTone(seed: number): Uint8Array {
  const samples = RATE * SECONDS;
  const file = Buffer.alloc(HEADER + samples);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEADER - 8 + samples, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16); // bytes of the format that follow
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // channels
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE, 28); // bytes a second
  file.writeUInt16LE(1, 32); // bytes a sample
  file.writeUInt16LE(8, 34); // bits a sample
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples, 40);
  for (let index = 0; index < samples; index++) file[HEADER + index] = sampleAt(index, seed, samples);
  return file;
}

/** One voice, then the other. Square waves: whole numbers are the same on every machine. */
function sampleAt(index: number, seed: number, samples: number): number {
  const period = (index < samples / 2 ? 20 : 32) + (seed % 11);
  return index % period < period / 2 ? 96 : 160;
}
