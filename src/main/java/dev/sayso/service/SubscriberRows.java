package dev.sayso.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import dev.sayso.consent.SayMessages;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;
import dev.sayso.shared.ProfileId;

/**
 * The people of a service as its pages list them.
 */
@Component
class SubscriberRows {

	private final ProfilesWithSay profiles;

	private final ContactStatuses statuses;

	private final SayMessages messages;

	SubscriberRows(ProfilesWithSay profiles, ContactStatuses statuses, SayMessages messages) {
		this.profiles = profiles;
		this.statuses = statuses;
		this.messages = messages;
	}

	/**
	 * @param how by whom and where it was said
	 * @param contact whether they may be contacted on the service's channel
	 */
	record Row(String id, String name, Subscription subscription, String how, Verdict.State contact) {

	}

	List<Row> list(Service service, List<Subscription> subscriptions) {
		Map<ProfileId, Profile> people = new HashMap<>();
		this.profiles.find(subscriptions.stream().map(Subscription::profile).toList())
			.forEach((person) -> people.put(person.id(), person));
		Map<ProfileId, ContactStatus> known = this.statuses.find(people.values());
		return subscriptions.stream()
			.filter((subscription) -> people.containsKey(subscription.profile()))
			.map((subscription) -> {
				Profile person = Objects.requireNonNull(people.get(subscription.profile()));
				Verdict verdict = this.statuses.verdict(Objects.requireNonNull(known.get(person.id())),
						service.channel());
				return new Row(person.id().toString(), person.name(), subscription, how(subscription), verdict.state());
			})
			.toList();
	}

	private String how(Subscription subscription) {
		return this.messages.by(subscription.origin(), subscription.own(), subscription.actor(), subscription.source());
	}

}
