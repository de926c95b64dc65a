import type { DataSource, QueryRunner } from 'typeorm';
import type { Engine } from '../engine.js';

/** A database that is gone after so many statements, as it is for a process that was killed. */
export function failingAfter(engine: Engine, statements: number): Engine {
  let left = statements;
  const failing = (runner: QueryRunner): QueryRunner =>
    replacing(runner, 'query', (...args: Parameters<QueryRunner['query']>) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('killed')) : runner.query(...args);
    });
  const dataSource: DataSource = replacing(engine.dataSource, 'createQueryRunner', () =>
    failing(engine.dataSource.createQueryRunner()),
  );
  return {
    product: engine.product,
    dataSource,
    run: (work) => engine.run((runner) => work(failing(runner))),
    close: () => engine.close(),
  };
}

/** The same object with another method. Its own methods meet the other one, too. */
function replacing<T extends object, Name extends keyof T>(object: T, name: Name, method: T[Name]): T {
  return Object.create(object, { [name]: { value: method } }) as T;
}
