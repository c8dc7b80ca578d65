-- Letters of digests are very many at once: in a lane of their own nobody's letter waits behind them.
update jobs set lane = 'digests' where kind = 'send_digest';
