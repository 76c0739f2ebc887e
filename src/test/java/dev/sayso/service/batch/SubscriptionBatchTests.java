package dev.sayso.service.batch;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.service.ServiceConsole;
import dev.sayso.service.batch.SubscriptionBatch.State;
import dev.sayso.service.batch.SubscriptionBatch.Tally;
import dev.sayso.shared.ProfileId;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Holds that many are subscribed or unsubscribed together after it was said how many, and
 * that those who left or said no themselves are left alone.
 */
@ProductTest
class SubscriptionBatchTests extends ServiceConsole {

	private static final Map<String, String> TERMS = Map.of("service", "letter", "act", "in", "kind", "letter",
			"reference", "folder 7");

	@Autowired
	SubscriptionBatches batches;

	@Autowired
	RunBatch runs;

	@Autowired
	RecordSay say;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Test
	void thoseAFilterMeansAreCountedThenSubscribedAndPutBack() {
		service("letter");
		ProfileId fresh = french("Fresh");
		ProfileId already = french("Already");
		ProfileId left = french("Left");
		ProfileId refuses = french("Refuses");
		ProfileId unsubscribed = french("Unsubscribed");
		this.people.create(Map.of("country", "BE"));
		in(already, "letter", operator());
		out(left, "letter", person());
		out(unsubscribed, "letter", operator());
		this.say.record(refuses, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)),
				Evidence.NONE, "Page", null));
		SubscriptionBatch asked = begin(with(Map.of("all", "true", "query", "country=FR")), null);
		assertThat(asked.state()).isEqualTo(State.ASKED);
		assertThat(asked.tally()).isEqualTo(new Tally(5, 2, 1, 2, 0, 0));
		assertThat(this.subscriptions.find(fresh, "letter")).isEmpty();
		assertThat(get("/services/many/" + asked.id())).bodyText()
			.contains("Subscribe 2 people", "left out: they unsubscribed or said no themselves", "folder 7");
		SubscriptionBatch done = move(asked, "run", State.DONE);
		assertThat(done.tally()).isEqualTo(new Tally(5, 2, 1, 2, 0, 0));
		assertThat(List.of(fresh, already, unsubscribed)).allMatch(this::isIn);
		assertThat(List.of(left, refuses)).noneMatch(this::isIn);
		assertThat(this.ledger.list(fresh, null, 1).get(0).evidence().facts()).containsEntry("reference", "folder 7");
		out(unsubscribed, "letter", person());
		SubscriptionBatch undone = move(done, "undo", State.UNDONE);
		assertThat(undone.tally().undone()).isEqualTo(1);
		assertThat(this.subscriptions.find(fresh, "letter")).isEmpty();
		assertThat(isIn(already)).isTrue();
		assertThat(this.ledger.verify(fresh).holds()).isTrue();
		assertThat(get("/services/letter/history")).bodyText().contains("1 subscription taken back");
		assertThat(get("/activity?type=service")).bodyText().contains("subscribed many", "took back");
	}

	@Test
	void anAudienceIsUnsubscribedAndSubscribedAgainAsItWas() {
		service("letter");
		ProfileId reader = french("Reader");
		ProfileId other = french("Other");
		in(reader, "letter", person());
		audience("french", "French", new Comparison("country", Operator.IS, "FR"));
		SubscriptionBatch asked = begin(with(Map.of("act", "out", "audience", "french")), null);
		assertThat(asked.tally()).isEqualTo(new Tally(2, 1, 1, 0, 0, 0));
		SubscriptionBatch done = move(asked, "run", State.DONE);
		assertThat(isIn(reader)).isFalse();
		assertThat(this.subscriptions.find(other, "letter")).isEmpty();
		move(done, "undo", State.UNDONE);
		assertThat(isIn(reader)).isTrue();
	}

	@Test
	void namesOfAFileThatAreNobodysOrSeveralPeoplesAreCounted() {
		service("letter");
		ProfileId one = this.people.create(Map.of("externalId", "crm-1")).id();
		this.people.create(Map.of("email", "shared@posteo.example"));
		this.people.create(Map.of("email", "shared@posteo.example"));
		byte[] file = "crm-1\nshared@posteo.example\nnobody\n".getBytes(StandardCharsets.UTF_8);
		SubscriptionBatch asked = begin(TERMS, file);
		assertThat(asked.tally().acted()).isEqualTo(1);
		assertThat(asked.strangers()).isEqualTo(2);
		move(asked, "run", State.DONE);
		assertThat(isIn(one)).isTrue();
		assertThat(begin(with(Map.of("act", "out")), file)).satisfies((out) -> {
			assertThat(out.total()).isEqualTo(3);
			assertThat(out.strangers()).isEqualTo(1);
		});
	}

	@Test
	void whatIsWrongIsSaidAndNothingIsBegun() {
		service("letter");
		assertThat(send(TERMS, null)).hasStatus(422).bodyText().contains("Choose an audience or a file");
		assertThat(send(with(Map.of("kind", "", "all", "true")), null)).hasStatus(422)
			.bodyText()
			.contains("Choose what proves it");
		assertThat(send(TERMS, "\n\n".getBytes(StandardCharsets.UTF_8))).hasStatus(422)
			.bodyText()
			.contains("The file names nobody");
		assertThat(send(with(Map.of("service", "none", "all", "true")), null)).hasStatus(422);
		assertThat(this.batches.countByService("letter")).isZero();
	}

	@Test
	void whatWasBrokenOffGoesOnWhereItWas() {
		service("letter");
		for (int number = 0; number < 150; number++) {
			french("Number " + number);
		}
		SubscriptionBatch asked = begin(with(Map.of("all", "true", "query", "country=FR")), null);
		SubscriptionBatch begun = this.batches.save(asked.start(this.clock.instant(), "Sofie Maes"));
		int[] asks = { 0 };
		this.runs.run(begun.id(), () -> asks[0]++ > 0);
		SubscriptionBatch broken = this.batches.findById(begun.id()).orElseThrow();
		assertThat(broken.tally().handled()).isEqualTo(100);
		this.runs.run(begun.id(), () -> false);
		SubscriptionBatch done = this.batches.findById(begun.id()).orElseThrow();
		assertThat(done.state()).isEqualTo(State.DONE);
		assertThat(done.tally()).isEqualTo(new Tally(150, 150, 0, 0, 0, 0));
	}

	@Test
	void whereTwoProcessesTakeItUpEachPersonIsSubscribedOnce() throws Exception {
		service("letter");
		List<ProfileId> people = new ArrayList<>();
		for (int number = 0; number < 250; number++) {
			people.add(french("Number " + number));
		}
		SubscriptionBatch asked = begin(with(Map.of("all", "true", "query", "country=FR")), null);
		SubscriptionBatch begun = this.batches.save(asked.start(this.clock.instant(), "Sofie Maes"));
		ExecutorService processes = Executors.newFixedThreadPool(2);
		try {
			List<Future<?>> runs = List.of(processes.submit(() -> this.runs.run(begun.id(), () -> false)),
					processes.submit(() -> this.runs.run(begun.id(), () -> false)));
			for (Future<?> run : runs) {
				try {
					run.get();
				}
				catch (ExecutionException ex) {
					assertThat(ex.getCause()).isInstanceOf(DataAccessException.class);
				}
			}
		}
		finally {
			processes.shutdown();
		}
		this.runs.run(begun.id(), () -> false);
		SubscriptionBatch done = this.batches.findById(begun.id()).orElseThrow();
		assertThat(done.state()).isEqualTo(State.DONE);
		assertThat(done.tally()).isEqualTo(new Tally(250, 250, 0, 0, 0, 0));
		assertThat(people).allSatisfy((person) -> assertThat(this.ledger.count(person)).isOne());
	}

	@Test
	void whatWaitsItsTurnIsNotTakenForBrokenOff() {
		service("letter");
		ProfileId held = french("Held");
		List<UUID> begun = Stream.of("in", "out")
			.map((act) -> begin(with(Map.of("act", act, "id", held.toString())), null))
			.map((asked) -> this.batches.save(asked.start(this.clock.instant(), "Sofie Maes")).id())
			.toList();
		this.transaction.executeWithoutResult((status) -> {
			this.say.hold(held);
			begun.forEach(this.runs::start);
			this.jdbc.sql("update subscription_batch set beat_at = ? where id = ?")
				.params(OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusHours(1), begun.get(1))
				.update();
			assertThat(interrupted(begun.get(1))).isTrue();
			this.runs.beat();
			assertThat(interrupted(begun.get(1))).isFalse();
		});
		begun.forEach((id) -> settled(id, State.DONE));
	}

	private boolean interrupted(UUID id) {
		return this.batches.findById(id).orElseThrow().isInterrupted(this.clock.instant());
	}

	@Test
	void whoSaysNoAfterTheCountIsLeftOutAllTheSame() {
		service("letter");
		ProfileId left = french("Left");
		ProfileId refuses = french("Refuses");
		SubscriptionBatch asked = begin(with(Map.of("all", "true", "query", "country=FR")), null);
		assertThat(asked.tally().acted()).isEqualTo(2);
		assertThat(asked.query()).as("whom it means, once they are gathered").isNull();
		out(left, "letter", person());
		this.say.record(refuses, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)),
				Evidence.NONE, "Page", null));
		assertThat(move(asked, "run", State.DONE).tally()).isEqualTo(new Tally(2, 0, 0, 2, 0, 0));
		assertThat(List.of(left, refuses)).noneMatch(this::isIn);
	}

	@Test
	void aServiceIsKeptWhileOneWaits() {
		service("letter");
		french("One");
		SubscriptionBatch asked = begin(with(Map.of("all", "true", "query", "country=FR")), null);
		post("/services/letter", Map.of("_method", "delete"), SignIn.admin());
		assertThat(this.services.findBySlug("letter")).isPresent();
		assertThat(get("/services/letter")).bodyText().contains("/services/many/" + asked.id());
		post("/services/many/" + asked.id(), Map.of("_method", "delete"), SignIn.operator());
		post("/services/letter", Map.of("_method", "delete"), SignIn.admin());
		assertThat(this.services.findBySlug("letter")).isEmpty();
	}

	@Test
	void oneThatNobodyBeginsGoesWithWhomItMeans() {
		service("letter");
		french("One");
		SubscriptionBatch asked = begin(with(Map.of("all", "true", "query", "country=FR")), null);
		assertThat(this.batches.deleteForgotten(asked.createdAt())).isZero();
		assertThat(this.batches.deleteForgotten(asked.createdAt().plusSeconds(1))).isOne();
		assertThat(this.batches.findById(asked.id())).isEmpty();
	}

	@Test
	void whatThePageDoesNotOfferIsNotTaken() {
		service("letter");
		String one = french("One").toString();
		assertThat(send(with(Map.of("id", one, "act", "maybe")), null)).hasStatus(400);
		assertThat(send(with(Map.of("id", "someone")), null)).hasStatus(400);
		assertThat(send(with(Map.of("id", one, "frequency", "daily")), null)).hasStatus(422);
		assertThat(this.batches.countByService("letter")).isZero();
	}

	@Test
	void oneThatWasCountedCanBeDiscardedAndOneThatIsDoneCannot() {
		service("letter");
		french("One");
		SubscriptionBatch asked = begin(with(Map.of("all", "true", "query", "country=FR")), null);
		post("/services/many/" + asked.id(), Map.of("_method", "delete"), SignIn.operator());
		assertThat(this.batches.findById(asked.id())).isEmpty();
		SubscriptionBatch done = move(begin(with(Map.of("all", "true", "query", "country=FR")), null), "run",
				State.DONE);
		assertThat(post("/services/many/" + done.id(), Map.of("_method", "delete"), SignIn.operator())).hasStatus(409);
		assertThat(post("/services/many/" + done.id() + "/undo", Map.of(), SignIn.marketer())).hasStatus(403);
	}

	private ProfileId french(String name) {
		return this.people.create(Map.of("country", "FR", "lastName", name)).id();
	}

	private boolean isIn(ProfileId person) {
		return this.subscriptions.find(person, "letter").filter((known) -> known.isSubscribed()).isPresent();
	}

	private static Map<String, String> with(Map<String, String> more) {
		Map<String, String> terms = new java.util.HashMap<>(TERMS);
		terms.putAll(more);
		return terms;
	}

	private MvcTestResult send(Map<String, String> fields, byte @org.jspecify.annotations.Nullable [] file) {
		var request = this.mvc.post().uri("/services/many").multipart();
		if (file != null) {
			request = request.file(new MockMultipartFile("file", "people.csv", "text/csv", file));
		}
		for (Map.Entry<String, String> field : fields.entrySet()) {
			request = request.param(field.getKey(), field.getValue());
		}
		return request.with(SignIn.operator()).with(csrf()).exchange();
	}

	private SubscriptionBatch begin(Map<String, String> fields, byte @org.jspecify.annotations.Nullable [] file) {
		MvcTestResult sent = send(fields, file);
		assertThat(sent).hasStatus3xxRedirection();
		String url = java.util.Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
		return settled(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)), State.ASKED);
	}

	private SubscriptionBatch move(SubscriptionBatch batch, String act, State until) {
		assertThat(post("/services/many/" + batch.id() + "/" + act, Map.of(), SignIn.operator()))
			.hasStatus3xxRedirection();
		return settled(batch.id(), until);
	}

	private SubscriptionBatch settled(UUID id, State until) {
		return await().until(() -> this.batches.findById(id).orElseThrow(), (batch) -> batch.state() == until);
	}

	private void audience(String key, String name, Comparison who) {
		this.jdbc
			.sql("""
					insert into audience (id, version, slug, name, description, condition, created_at, changed_at, changed_by)
					values (?, 0, ?, ?, '', ?, current_timestamp, current_timestamp, 'test')""")
			.params(UUID.randomUUID(), key, name, ConditionJson.write(Condition.all(who)))
			.update();
	}

}
