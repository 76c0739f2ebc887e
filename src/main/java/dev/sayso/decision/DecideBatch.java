package dev.sayso.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Person;
import dev.sayso.profile.FindProfiles;
import dev.sayso.profile.ProfileQuery;
import dev.sayso.shared.Moments;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Times;

/**
 * Decides for very many people as for each of them alone, a block of them at a time.
 */
@Component
class DecideBatch {

	private final ReadPeople read;

	private final FindProfiles find;

	private final MakeDecision decide;

	private final ChooseWithinCaps choose;

	private final RecordBatch record;

	private final Moments moments;

	private final Times times;

	DecideBatch(ReadPeople read, FindProfiles find, MakeDecision decide, ChooseWithinCaps choose, RecordBatch record,
			Moments moments, Times times) {
		this.read = read;
		this.find = find;
		this.decide = decide;
		this.choose = choose;
		this.record = record;
		this.moments = moments;
		this.times = times;
	}

	/**
	 * Decides for everybody whom a query means; what is handed over was counted, and is
	 * in the store, unless it is a dry run.
	 */
	void each(ProfileQuery people, DecisionRequest request, List<Engine.Asked> scopes, Consumer<List<Decided>> use) {
		LocalDate today = today();
		ReadPeople.Wanted wanted = ReadPeople.Wanted.of(scopes.stream().map(Engine.Asked::scope).toList(), true, today);
		this.read.each((give) -> this.find.each(people, give), wanted, (block) -> {
			List<Decided> decided = new ArrayList<>(block.people().size());
			block.people().forEach((person) -> decided.add(one(person, block, request, scopes)));
			if (!request.dry()) {
				this.record.add(decided, today());
			}
			use.accept(decided);
		});
	}

	private Decided one(Person person, ReadPeople.Block block, DecisionRequest request, List<Engine.Asked> scopes) {
		ProfileId id = ReadPeople.id(person);
		Instant now = this.moments.now();
		Counts counts = block.counts().apply(id);
		Asking asking = Asking.of(person, request.language(), request.context(), now, counts);
		List<Chosen> chosen = request.dry() ? Engine.decide(scopes, asking, false)
				: this.choose.choose((left) -> Engine.decide(scopes, asking.with(left), false), counts, id, today());
		List<Decided.Proposition> propositions = new ArrayList<>(chosen.size());
		chosen.forEach((one) -> propositions.add(this.decide.proposition(one, person)));
		return new Decided(id, asking, propositions);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.moments.now(), this.times.zone());
	}

}
