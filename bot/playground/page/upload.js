// Files on their way to the server.
import { say } from './texts.js';

const LARGEST = 10 * 1024 * 1024 - 4096;

// Returns what went wrong, undefined when the file was sent.
export async function upload(who, file, kind, caption) {
  if (!file) return undefined;
  if (file.size > LARGEST) return say('tooBig');
  const form = new FormData();
  form.append('who', String(who));
  form.append('kind', kind);
  form.append('caption', caption);
  form.append('file', file, file.name);
  try {
    const answer = await fetch('upload', { method: 'POST', body: form });
    return answer.ok ? undefined : (await answer.json()).error;
  } catch {
    return say('offline');
  }
}
