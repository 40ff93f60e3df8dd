/** Asks an API, and tells how long the answer took, ms. @throws where it has errors */
export async function askTimed(
  apiUrl: string,
  token: string,
  query: string,
): Promise<{ readonly data: unknown; readonly ms: number }> {
  const startedAt = performance.now();
  const response = await fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
  return { data: answer.data, ms: performance.now() - startedAt };
}
