import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { Secret } from './secret.js';

describe('Secret', () => {
  const secret = new Secret('ann@example.org');

  it('hides its value from text, JSON and inspection', () => {
    expect(`${String(secret)} ${JSON.stringify({ secret })} ${inspect({ secret })}`).not.toContain('ann');
  });

  it('opens on request', () => {
    expect(secret.reveal()).toBe('ann@example.org');
  });
});
