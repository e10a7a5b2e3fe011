-- Calendars and visiting cards that come with letters are kept as files, too.
alter table attachment drop constraint attachment_media_type_check;
alter table attachment add constraint attachment_media_type_check
  check (media_type in ('image/jpeg', 'image/webp', 'application/pdf', 'text/calendar', 'text/vcard'));
