alter table audience_version alter column content set not null;
alter table audience_version drop column description;
alter table audience_version drop column condition;
alter table audience_version drop column members;
