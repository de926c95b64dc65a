import { describe, expect, it } from '@jest/globals';
import { excessIn, rolesIn } from './grants.js';

describe('a line of SHOW GRANTS', () => {
  it.each([
    ["GRANT USAGE ON *.* TO `r`@`%` IDENTIFIED BY PASSWORD '*A'", []],
    ['GRANT SELECT, SHOW VIEW ON `shop`.* TO `r`@`%`', []],
    ['GRANT SELECT (`id`, `email`) ON `shop`.`member` TO `r`@`%`', []],
    ['GRANT SELECT, INSERT ON `shop`.* TO `r`@`%`', ['INSERT on shop.*']],
    ['GRANT SELECT (`id`), UPDATE (`a`, `b`) ON `shop`.`member` TO `r`@`%`', ['UPDATE on shop.member']],
    [
      "GRANT ALL PRIVILEGES ON *.* TO `r`@`%` IDENTIFIED BY PASSWORD '*A' WITH GRANT OPTION",
      ['ALL PRIVILEGES on *.*', 'GRANT OPTION on *.*'],
    ],
    ['GRANT SELECT ON `shop`.* TO `r`@`%` WITH GRANT OPTION', ['GRANT OPTION on shop.*']],
    ['GRANT EXECUTE ON PROCEDURE `shop`.`close_year` TO `r`@`%`', ['EXECUTE on shop.close_year']],
    ['GRANT BACKUP_ADMIN,SHOW_ROUTINE ON *.* TO `r`@`%`', ['BACKUP_ADMIN on *.*']],
    ["GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION", ["PROXY on ''@'%'", "GRANT OPTION on ''@'%'"]],
  ])('%s gives %j beside reading', (line, excess) => {
    expect(excessIn(line)).toEqual(excess);
    expect(rolesIn(line)).toEqual([]);
  });

  it.each([
    ['GRANT `reporting`@`%`,`app`@`%` TO `r`@`%`', ['`reporting`@`%`', '`app`@`%`']],
    ['GRANT `reporting` TO `r`@`%`', ['`reporting`']],
    ['SET DEFAULT ROLE `reporting` FOR `r`@`%`', []],
  ])('%s gives the roles %j', (line, roles) => {
    expect(rolesIn(line)).toEqual(roles);
    expect(excessIn(line)).toEqual([]);
  });
});
