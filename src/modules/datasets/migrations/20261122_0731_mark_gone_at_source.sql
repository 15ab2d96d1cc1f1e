-- What another portal showed once and shows no more stays, marked.
alter table datasets.dataset add column origin_gone_at timestamptz;
