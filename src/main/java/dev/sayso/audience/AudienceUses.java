package dev.sayso.audience;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.audience.AudienceUsage.Use;

/**
 * Gathers where an audience is used: in conditions of other audiences, and wherever other
 * rooms say.
 */
@Component
class AudienceUses {

	private final Audiences audiences;

	private final List<AudienceUsage> joined;

	AudienceUses(Audiences audiences, List<AudienceUsage> joined) {
		this.audiences = audiences;
		this.joined = joined;
	}

	List<Use> of(Audience used) {
		List<Use> uses = new java.util.ArrayList<>(this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> !audience.isList() && AudienceUsage.in(audience.meant()).contains(used.slug()))
			.map((audience) -> new Use("audience.use.audience", audience.name(), "/audiences/" + audience.slug()))
			.toList());
		this.joined.forEach((room) -> uses.addAll(room.of(used.slug())));
		return uses;
	}

}
