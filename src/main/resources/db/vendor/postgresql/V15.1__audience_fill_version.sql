update audience_version
set content = cast(json_build_object('description', description, 'condition', condition, 'members', members) as varchar);
