/** What a page finds, and its evidence, under its name. */
export const FindingLead = ({ said: { finding, second } }: { said: { finding: string; second: string } }) => (
  <>
    <span className="text-ink">{finding}.</span> {second}
  </>
);
