package dev.sayso.consent.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.shared.ProfileId;

/**
 * What people had said by an instant past, out of the ledger.
 */
@Component
public class PastSays {

	private final Ledger ledger;

	private final PauseRows pauses;

	PastSays(Ledger ledger, PauseRows pauses) {
		this.ledger = ledger;
		this.pauses = pauses;
	}

	/** A pause ends with the day of where the person lives now. */
	public Map<ProfileId, Say> find(Collection<ProfileId> profiles, Instant at) {
		Map<ProfileId, List<LedgerEntry>> standing = this.ledger.standing(profiles, at)
			.stream()
			.collect(Collectors.groupingBy(LedgerEntry::profile));
		Map<ProfileId, Say> says = new HashMap<>();
		profiles.forEach((profile) -> says.put(profile, say(profile, standing.getOrDefault(profile, List.of()))));
		return says;
	}

	private Say say(ProfileId profile, List<LedgerEntry> standing) {
		List<Consent> consents = new ArrayList<>();
		List<Pause> running = new ArrayList<>();
		for (LedgerEntry entry : standing) {
			if (Purpose.of(entry.purpose()).isPresent()) {
				consents.add(entry.consent());
			}
			else if (!entry.after().equals(RecordPause.ENDED)) {
				Pause.subject(entry.purpose()).ifPresent((purpose) -> running.add(pause(profile, purpose, entry)));
			}
		}
		return Say.of(profile, consents, running, null);
	}

	private Pause pause(ProfileId profile, Purpose purpose, LedgerEntry entry) {
		LocalDate until = LocalDate.parse(entry.after());
		return new Pause(purpose, until, PauseRows.end(until, this.pauses.zone(profile)), entry.at(), entry.saidAt(),
				entry.origin(), entry.own(), entry.actor().name(), entry.reason(), entry.source(), entry.id());
	}

	/**
	 * The newest entries by then about purposes of another room, where there are any, as
	 * those about one.
	 * @param prefix what the room's purposes begin with
	 */
	public Map<ProfileId, Map<String, LedgerEntry>> findAll(Collection<ProfileId> profiles, String prefix, Instant at) {
		Map<ProfileId, Map<String, LedgerEntry>> found = new HashMap<>();
		Stream.concat(this.ledger.standing(profiles, at).stream(), this.ledger.ended(profiles, at).stream())
			.filter((entry) -> entry.purpose().startsWith(prefix))
			.forEach((entry) -> found.computeIfAbsent(entry.profile(), (key) -> new HashMap<>())
				.put(entry.purpose(), entry));
		return found;
	}

	/**
	 * The newest entry about one purpose of each, where there is one. What had ended by
	 * itself by then has, whenever that was recorded.
	 */
	public Map<ProfileId, LedgerEntry> find(Collection<ProfileId> profiles, String purpose, Instant at) {
		return Stream.concat(this.ledger.standing(profiles, at).stream(), this.ledger.ended(profiles, at).stream())
			.filter((entry) -> entry.purpose().equals(purpose))
			.collect(Collectors.toMap(LedgerEntry::profile, Function.identity(), (stood, ended) -> ended));
	}

}
