/** Liveness: answers while the process serves requests; asks nothing of anyone. */
export function GET(): Response {
  return Response.json({ status: 'live' });
}
