-- A request about a month that was closed is settled by the personnel office of the agency that closed it, as a recorded act.
alter table attendance_requests.request
  add column closed_unit uuid references organisation.unit,
  -- In what capacity the superior agreed, where the month was closed before they did.
  add column endorsed_as text;
