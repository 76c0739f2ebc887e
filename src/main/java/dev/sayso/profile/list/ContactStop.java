package dev.sayso.profile.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Stops contact with many people at once: each through the one way a say is changed, some
 * of them to a transaction, so that a long list holds nobody up.
 */
@Component
class ContactStop {

	private static final int CHUNK = 100;

	private final RecordSay record;

	private final Profiles profiles;

	private final TransactionTemplate transaction;

	ContactStop(RecordSay record, Profiles profiles, TransactionTemplate transaction) {
		this.record = record;
		this.profiles = profiles;
		this.transaction = transaction;
	}

	/**
	 * Stops contact.
	 * @return for how many people that changed something
	 */
	int stop(Collection<ProfileId> people, Collection<Purpose> purposes, @Nullable String reason, Actor operator) {
		List<Statement> noes = purposes.stream().map((purpose) -> Statement.of(purpose, Choice.NO, reason)).toList();
		Declaration declaration = Declaration.byOperator(operator, noes, Evidence.NONE);
		List<ProfileId> ordered = people.stream().distinct().sorted((a, b) -> a.id().compareTo(b.id())).toList();
		int changed = 0;
		for (int start = 0; start < ordered.size(); start += CHUNK) {
			List<ProfileId> chunk = ordered.subList(start, Math.min(start + CHUNK, ordered.size()));
			Integer some = this.transaction.execute((status) -> stop(chunk, declaration));
			changed += (some != null) ? some : 0;
		}
		return changed;
	}

	private int stop(List<ProfileId> chunk, Declaration declaration) {
		List<ProfileId> there = new ArrayList<>(chunk);
		there.retainAll(this.profiles.findByIdIn(chunk).stream().map(Profile::id).toList());
		return (int) there.stream().filter((person) -> !this.record.record(person, declaration).isEmpty()).count();
	}

}
