/** StarlingX's password rules (keystone.conf [security_compliance]). */
export const PASSWORD_DAYS = 90;
/** unique_last_password_count: the present password and the one before it cannot come back. */
export const REMEMBERED_PASSWORDS = 2;

const RULE = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[^A-Za-z0-9]).{12,}$/;

/** Why a password is refused, as recorded; undefined when it is strong enough. */
export function weakness(password: string): string | undefined {
  if (RULE.test(password)) return undefined;
  return (
    'The password does not match the requirements: Password must have a minimum length of 12 characters, ' +
    'and must contain at least 1 upper case, 1 lower case, 1 digit, and 1 special character.'
  );
}
