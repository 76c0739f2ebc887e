package dev.sayso.profile;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.Spellings;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that two spellings of one mailbox are one address wherever one is asked: to find
 * somebody, to contact them, and to remember their no.
 */
@ProductTest
class SameMailboxTests {

	@Autowired
	People people;

	@Autowired
	ProfilePages pages;

	@Autowired
	ProfileLookup references;

	@Autowired
	BatchedProfileLookup batched;

	@Autowired
	ProfileSearch search;

	@Autowired
	ConditionCompiler conditions;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	EraseProfile erase;

	@Autowired
	JdbcClient jdbc;

	private final long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);

	private final Spellings spellings = new Spellings(new Random(this.seed));

	@Test
	void whateverSpellingIsTypedFindsThePerson() {
		for (String address : Spellings.ADDRESSES) {
			Profile person = this.people.create(Map.of("email", this.spellings.any(address)));
			for (int turn = 0; turn < 6; turn++) {
				String typed = this.spellings.any(address);
				String as = "seed " + this.seed + ": " + person.details().email() + " by " + typed;
				assertThat(this.pages.find(new ProfilePages.Terms(typed, null, null, null), null, 10)).as(as)
					.extracting(Profile::id)
					.containsExactly(person.id());
				assertThat(this.references.find("email:" + typed).id()).as(as).isEqualTo(person.id());
				assertThat(this.batched.find(List.of("email:" + typed)).get("email:" + typed)).as(as)
					.containsExactly(person.id());
				assertThat(found(new Condition.Comparison("email", Operator.IS, typed.replaceAll("\\p{Cc}", ""))))
					.as(as)
					.containsExactly(person.id().id());
			}
		}
	}

	@Test
	void anyPartOfAnySpellingFindsThem() {
		for (String spelling : List.of("Info@Müller.Example", "info@xn--mller-kva.example", "INFO@MÜLLER.EXAMPLE",
				"<info@Mu\u0308ller.example.>")) {
			Profile person = this.people.create(Map.of("email", spelling));
			for (String part : List.of("info@müller.example", "info@XN--MLLER-KVA.example.", "xn--mller-kva.example",
					"MÜLLER", "müller.example.", "xn--mll", "@müller", "info@mül", "mailto:info@müller.example",
					"info@xn--mller-kva", "info @ müller.example", "Müller.Example, Camille")) {
				assertThat(listed(part)).as("%s by %s", spelling, part).contains(person.id().id());
				assertThat(this.pages.find(new ProfilePages.Terms(null, null, null, part), null, 50))
					.as("%s by %s", spelling, part)
					.extracting(Profile::id)
					.contains(person.id());
			}
			for (Condition.Comparison condition : List.of(
					new Condition.Comparison("email", Operator.ENDS_WITH, "@MÜLLER.example"),
					new Condition.Comparison("email", Operator.ENDS_WITH, "@xn--mller-kva.example."),
					new Condition.Comparison("email", Operator.ENDS_WITH, "xn--mller-kva.example"),
					new Condition.Comparison("email", Operator.CONTAINS, "Müller"),
					new Condition.Comparison("email", Operator.STARTS_WITH, "INFO@MÜL"))) {
				assertThat(found(condition)).as("%s by %s", spelling, condition).contains(person.id().id());
			}
		}
		assertThat(listed("müller.invalid")).isEmpty();
	}

	@Test
	void theNoOfOneSpellingHoldsForEveryOther() {
		for (String address : Spellings.ADDRESSES) {
			Profile one = this.people.create(Map.of("email", this.spellings.any(address)));
			Profile other = this.people.create(Map.of("email", this.spellings.any(address)));
			no(one);
			Verdict verdict = this.statuses.verdict(this.statuses.find(other), Channel.EMAIL);
			String as = "seed " + this.seed + ": " + one.details().email() + " and " + other.details().email();
			assertThat(verdict.allowed()).as(as).isFalse();
			assertThat(verdict.reasons()).as(as)
				.anyMatch((reason) -> one.id().equals(reason.sharer()) && reason.code() == Verdict.Code.OPTED_OUT);
			assertThat(found(new Condition.Comparison("reach.email", Operator.IS, "no"))).as(as)
				.contains(one.id().id(), other.id().id());
		}
	}

	@Test
	void aNoThatErasureKeepsComesBackWithEverySpelling() {
		for (String address : Spellings.ADDRESSES) {
			Profile gone = this.people.create(Map.of("email", this.spellings.any(address)));
			no(gone);
			this.erase.erase(gone.id(), People.OPERATOR);
			Profile back = this.people.create(Map.of("email", this.spellings.any(address)));
			assertThat(this.says.find(back.id()).explicit(Purpose.MARKETING_EMAIL))
				.as("seed %s: %s and %s", this.seed, gone.details().email(), back.details().email())
				.isEqualTo(Choice.NO);
		}
	}

	private void no(Profile person) {
		this.record.record(person.id(), Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)),
				Evidence.NONE, "Preferences v3", null));
	}

	private List<java.util.UUID> found(Condition condition) {
		CompiledCondition compiled = this.conditions.compile(condition);
		CompiledCondition.Where where = compiled.where(java.time.Instant.now(), java.time.ZoneOffset.UTC);
		return this.jdbc.sql("select p.id from profile p where " + where.sql())
			.params(where.values())
			.query(java.util.UUID.class)
			.list();
	}

	private List<java.util.UUID> listed(String q) {
		LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("q", q);
		List<java.util.UUID> listed = new java.util.ArrayList<>();
		this.search.each(ProfileQuery.of(parameters),
				(people) -> people.forEach((person) -> listed.add(person.id().id())));
		return listed;
	}

}
