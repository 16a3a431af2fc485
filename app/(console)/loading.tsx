import { PageSkeleton } from '@/components/shell/states/page-skeleton';

export default function Loading() {
  return <PageSkeleton />;
}
