import type { NextRequest } from 'next/server';
import { answerAuth } from '@/lib/server/auth-route';

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, context: Context) {
  return answerAuth(request, (await context.params).nextauth);
}

export async function POST(request: NextRequest, context: Context) {
  return answerAuth(request, (await context.params).nextauth);
}
