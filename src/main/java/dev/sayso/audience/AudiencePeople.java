package dev.sayso.audience;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.profile.list.NamedPeople;
import dev.sayso.profile.list.ProfileQuery;

/**
 * The audiences, wherever many people are chosen by a name.
 */
@Component
class AudiencePeople implements NamedPeople {

	private final Audiences audiences;

	AudiencePeople(Audiences audiences) {
		this.audiences = audiences;
	}

	@Override
	public List<Group> list() {
		return this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> !audience.isArchived())
			.map((audience) -> new Group(audience.slug(), audience.name(),
					ProfileQuery.parse(AudienceActionsController.query(audience))))
			.toList();
	}

}
