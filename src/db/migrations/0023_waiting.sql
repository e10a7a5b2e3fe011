-- One letter in a while says that something waits on a desk: whether there was one lately.
create index notice_waiting_lately on notice (account_id, created_at) where kind = 'staff.waiting';
