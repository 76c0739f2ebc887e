package dev.sayso.contact.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.status.ChannelStatuses;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Finds all whom callers' names mean, with what a verdict depends on.
 */
@Component
class KnownPeople {

	private final BatchedProfileLookup references;

	private final ChannelStatuses current;

	private final ProfilesWithSay profiles;

	private final ContactStatuses statuses;

	KnownPeople(BatchedProfileLookup references, ChannelStatuses current, ProfilesWithSay profiles,
			ContactStatuses statuses) {
		this.references = references;
		this.current = current;
		this.profiles = profiles;
		this.statuses = statuses;
	}

	/** One of those whom a name means. */
	record Known(ProfileId id, ContactStatus status) {

	}

	/**
	 * By name; what means nobody is left out.
	 * @param at an instant past; null for now
	 */
	Map<String, List<Known>> find(List<String> names, Channel channel, @Nullable Instant at) {
		return (at != null) ? past(names, at) : current(names, channel);
	}

	private Map<String, List<Known>> current(List<String> names, Channel channel) {
		Map<String, List<Known>> known = new HashMap<>();
		this.references.columns(names)
			.forEach((column, values) -> this.current.find(column, values.keySet(), channel)
				.forEach((named) -> values.getOrDefault(named.name(), List.of())
					.forEach((name) -> known.computeIfAbsent(name, (key) -> new ArrayList<>(1))
						.add(new Known(named.id(), named.status())))));
		return known;
	}

	private Map<String, List<Known>> past(List<String> names, Instant at) {
		Map<String, List<ProfileId>> ids = this.references.find(names);
		List<Profile> people = this.profiles
			.find(ids.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
		Map<ProfileId, ContactStatus> statuses = this.statuses.find(people, at);
		Map<String, List<Known>> known = new HashMap<>();
		ids.forEach((name, each) -> each.stream()
			.filter(statuses::containsKey)
			.forEach((id) -> known.computeIfAbsent(name, (key) -> new ArrayList<>(1))
				.add(new Known(id, statuses.get(id)))));
		return known;
	}

}
