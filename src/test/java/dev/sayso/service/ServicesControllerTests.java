package dev.sayso.service;

import java.util.HashMap;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.condition.Period;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds how services are made, changed, put away and found in the console.
 */
@ProductTest
class ServicesControllerTests extends ServiceConsole {

	@Autowired
	JdbcClient jdbc;

	@Test
	void whatIsTypedIsKeptWithItsWordsAndFrequencies() {
		Map<String, String> typed = typed("Monday letter");
		typed.putAll(Map.of("slug", "monday", "channel", "sms", "validity", "duration", "amount", "6", "unit", "weeks",
				"texts[1].language", "fr", "texts[1].name", "La lettre", "frequencies[0].name", "Every week",
				"frequencies[1].name", "Once a month"));
		assertThat(post("/services", typed, SignIn.marketer())).hasStatus3xxRedirection()
			.hasRedirectedUrl("/services/monday");
		Service made = this.services.get("monday");
		assertThat(made.channel()).isEqualTo(Channel.SMS);
		assertThat(made.validity()).isEqualTo(ServiceValidity.lasting(6, Period.Unit.WEEKS));
		assertThat(made.name("fr")).isEqualTo("La lettre");
		assertThat(made.words().frequencies()).extracting(Frequency::key).containsExactly("every-week", "once-a-month");
		assertThat(get("/services/monday")).hasStatusOk()
			.bodyText()
			.contains("Monday letter", "Each subscription lasts 6 weeks", "Every week, Once a month", "French");
		assertThat(get("/services")).bodyText().contains("Monday letter", "1 service");
		assertThat(get("/services?q=mond&channel=sms&state=open")).bodyText().contains("Monday letter");
		assertThat(get("/services?channel=email")).bodyText().doesNotContain("Monday letter");
		assertThat(get("/search?q=monday")).bodyText().contains("/services/monday");
		assertThat(get("/activity?type=service")).bodyText().contains("Monday letter", "created");
	}

	@Test
	void whatIsWrongIsSaidAtItsField() {
		Map<Map<String, String>, String> wrong = new HashMap<>(Map.of(Map.of("name", ""), "Give the service a name",
				Map.of("slug", "Ä b"), "A key has small letters", Map.of("slug", "many"), "A key has small letters",
				Map.of("channel", "pigeon"), "Choose the channel", Map.of("validity", "dates"), "Give a first day",
				Map.of("validity", "dates", "from", "2026-12-01", "to", "2026-11-01"), "end before it begins",
				Map.of("validity", "dates", "from", "soon"), "This is no day",
				Map.of("validity", "duration", "amount", "0"), "whole number",
				Map.of("frequencies[0].words", "chaque semaine"), "Give it a name"));
		wrong.put(Map.of("validity", "dates", "from", "2020-01-01", "to", "+999999999-12-31"), "This is no day");
		wrong.forEach((fields, told) -> {
			Map<String, String> typed = typed("Letter");
			typed.putAll(fields);
			assertThat(post("/services", typed)).as(told).hasStatus(422).bodyText().contains(told);
		});
		service("letter");
		Map<String, String> again = typed("Letter");
		assertThat(post("/services", again)).hasStatus(422).bodyText().contains("Another service has this key");
	}

	@Test
	void nobodyPromisesAMailThatCannotBeSent() {
		Map<String, String> typed = typed("Letter");
		typed.put("confirmation", "default");
		assertThat(post("/services", typed)).hasStatus(422).bodyText().contains("No mail can be sent now");
		typed.put("confirmation", "own");
		assertThat(post("/services", typed)).hasStatus(422).bodyText().contains("Say in at least one language");
	}

	@Test
	void aStaleEditShowsWhoSavedSinceAndAFrequencyKeepsItsKeyWhenItIsRenamed() {
		service("letter", ServiceValidity.ALWAYS, "weekly");
		Map<String, String> typed = typed("Letter");
		typed.putAll(Map.of("_method", "put", "version", "0", "frequencies[0].key", "weekly", "frequencies[0].name",
				"Each Monday"));
		assertThat(post("/services/letter", typed)).hasStatus3xxRedirection();
		assertThat(this.services.get("letter").words().frequencies())
			.containsExactly(new Frequency("weekly", "Each Monday", Map.of()));
		assertThat(post("/services/letter", typed)).hasStatus(409).bodyText().contains("while you were editing");
	}

	@Test
	void whatSomethingUsesIsNeitherArchivedNorDeletedAndItIsSaidWhere() {
		Service service = service("letter");
		audience("readers", "Readers near Lyon", new Comparison("subscriptions.letter", Operator.IS, true));
		assertThat(get("/services/letter")).bodyText().contains("Readers near Lyon");
		for (Map<String, String> act : List.of(Map.of("_method", "put"), Map.of("_method", "delete"))) {
			String path = "/services/letter" + (act.containsValue("put") ? "/archive" : "");
			assertThat(post(path, act).getMvcResult().getFlashMap().get("flash").toString()).contains(".used");
		}
		assertThat(this.services.get(service.id()).isArchived()).isFalse();
	}

	@Test
	void aServiceWithAHistoryIsArchivedAndOneWithoutDeleted() {
		service("letter");
		service("unused");
		in(this.people.somebody(), "letter", operator());
		post("/services/letter", Map.of("_method", "delete"));
		assertThat(this.services.findBySlug("letter")).isPresent();
		post("/services/unused", Map.of("_method", "delete"));
		assertThat(this.services.findBySlug("unused")).isEmpty();
		post("/services/letter/archive", Map.of("_method", "put"));
		assertThat(get("/services")).bodyText().doesNotContain("Name of letter");
		assertThat(get("/services?archived=true")).bodyText().contains("Name of letter");
		post("/services/letter/archive", Map.of("_method", "delete"));
		assertThat(get("/services")).bodyText().contains("Name of letter");
	}

	@Test
	void operatorsReadAndMarketersWrite() {
		service("letter");
		assertThat(this.mvc.get().uri("/services/letter").with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.doesNotContain("Edit service", "Subscribe or unsubscribe many");
		assertThat(this.mvc.get().uri("/services/new").with(SignIn.operator())).hasStatus(403);
		assertThat(post("/services", typed("Other"), SignIn.operator())).hasStatus(403);
		assertThat(post("/services/letter", Map.of("_method", "delete"), SignIn.operator())).hasStatus(403);
		assertThat(this.mvc.get().uri("/services/many").with(SignIn.marketer())).hasStatus(403);
	}

	@Test
	void subscribersAreListedByStateAndPaged() {
		service("letter");
		for (int number = 0; number < 53; number++) {
			in(this.people.create(Map.of("lastName", "Reader")).id(), "letter", operator());
		}
		out(this.people.create(Map.of("lastName", "Leaver")).id(), "letter", person());
		String first = text("/services/letter/subscribers?state=subscribed");
		assertThat(first).contains("53 people").doesNotContain("Leaver");
		String next = first.replaceFirst("(?s).*href=\"(/services/letter/subscribers[^\"]*cursor=[^\"]*)\".*", "$1")
			.replace("&amp;", "&");
		assertThat(text(next).split("data-test=\"Camille Reader\"")).hasSize(4);
		assertThat(text("/services/letter/subscribers?state=unsubscribed")).contains("Leaver");
		assertThat(text("/services/letter/subscribers?cursor=none")).contains("Leaver");
	}

	private String text(String path) {
		try {
			return get(path).getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> typed(String name) {
		return new HashMap<>(Map.of("name", name, "channel", "email", "state", "open", "validity", "always"));
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
