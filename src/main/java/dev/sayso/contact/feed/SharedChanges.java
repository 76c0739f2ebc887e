package dev.sayso.contact.feed;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Tells of a no, and of its end, everybody for whom it counts through an address they
 * share.
 */
@Component
class SharedChanges {

	private final ContactStatuses statuses;

	private final ProfilesWithSay profiles;

	private final ChangeRows rows;

	SharedChanges(ContactStatuses statuses, ProfilesWithSay profiles, ChangeRows rows) {
		this.rows = rows;
		this.statuses = statuses;
		this.profiles = profiles;
	}

	/**
	 * The changes, each followed by what it is for others, and by what counts through
	 * addresses that moved.
	 */
	List<SayChange> with(List<SayChange> changes, List<MovedAddress> moved) {
		List<SayChange> all = new ArrayList<>(with(changes));
		if (moved.isEmpty()) {
			return all;
		}
		Set<ProfileId> people = moved.stream().map(MovedAddress::profile).collect(Collectors.toSet());
		Set<List<Object>> told = this.rows.sharedNoes(people);
		all.stream()
			.filter((change) -> change.shared() && change.purpose() != null)
			.forEach((change) -> keep(told, change));
		Map<ProfileId, ContactStatus> statuses = this.statuses.find(this.profiles.find(people));
		for (MovedAddress each : moved) {
			ContactStatus status = statuses.get(each.profile());
			if (status != null) {
				of(each, status, told).ifPresent((change) -> {
					keep(told, change);
					all.add(change);
				});
			}
		}
		return all;
	}

	private static void keep(Set<List<Object>> told, SayChange shared) {
		List<Object> about = List.of(shared.profile(), Objects.requireNonNull(shared.purpose()));
		if (shared.obey()) {
			told.add(about);
		}
		else {
			told.remove(about);
		}
	}

	/**
	 * What others say counts and that was not told; or that was told and nothing counts
	 * any more.
	 */
	private static Optional<SayChange> of(MovedAddress moved, ContactStatus status, Set<List<Object>> told) {
		String purpose = Purpose.marketing(moved.channel()).key();
		boolean counts = !status.sharedNoes(moved.channel()).isEmpty();
		boolean isTold = told.contains(List.of(moved.profile(), purpose));
		if (counts == isTold || !counts && !isFree(status, moved.channel())) {
			return Optional.empty();
		}
		String no = Choice.NO.value();
		return Optional.of(new SayChange(0, Ids.next(), moved.at(), moved.profile(), null, ChangeKind.CONSENT, purpose,
				moved.channel(), counts ? null : no, counts ? no : Choice.UNKNOWN.value(), moved.origin(), true,
				counts));
	}

	private List<SayChange> with(List<SayChange> changes) {
		Set<ProfileId> speakers = changes.stream()
			.filter(SharedChanges::mayCount)
			.map(SayChange::profile)
			.collect(Collectors.toSet());
		if (speakers.isEmpty()) {
			return changes;
		}
		Map<ProfileId, Profile> people = this.profiles.find(speakers)
			.stream()
			.collect(Collectors.toMap(Profile::id, (person) -> person));
		Map<ProfileId, List<Profile>> sharing = this.statuses.sharing(people.values());
		List<SayChange> all = new ArrayList<>();
		for (SayChange change : changes) {
			all.add(change);
			Profile speaker = people.get(change.profile());
			if (speaker != null && mayCount(change)) {
				sharing.get(change.profile())
					.stream()
					.distinct()
					.forEach((other) -> all.addAll(repeat(change, speaker, other)));
			}
		}
		return all;
	}

	private static boolean mayCount(SayChange change) {
		return change.kind() == ChangeKind.CONSENT && change.purpose() != null
				&& change.purpose().startsWith("marketing.")
				&& (change.obey() || Choice.NO.value().equals(change.before()));
	}

	private List<SayChange> repeat(SayChange change, Profile speaker, Profile other) {
		Set<Channel> channels = (change.channel() != null) ? EnumSet.of(change.channel())
				: EnumSet.allOf(Channel.class);
		Map<Channel, String> theirs = other.addresses();
		return channels.stream()
			.filter((channel) -> speaker.addresses().get(channel) != null
					&& speaker.addresses().get(channel).equals(theirs.get(channel)))
			.filter((channel) -> change.obey() || isFree(other, channel))
			.map((channel) -> new SayChange(0, Ids.next(), change.at(), other.id(), null, ChangeKind.CONSENT,
					Purpose.marketing(channel).key(), channel, change.before(), change.after(), change.origin(), true,
					change.obey()))
			.toList();
	}

	/** Whether no other no is left, of their own or through an address. */
	private boolean isFree(Profile person, Channel channel) {
		return isFree(this.statuses.find(person), channel);
	}

	private static boolean isFree(ContactStatus status, Channel channel) {
		return status.sharedNoes(channel).isEmpty() && status.say().explicit(Purpose.MARKETING_ANY) != Choice.NO
				&& status.say().explicit(Purpose.marketing(channel)) != Choice.NO;
	}

}
