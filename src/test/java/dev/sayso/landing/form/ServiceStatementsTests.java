package dev.sayso.landing.form;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.form.PublicFormBody.ServiceTicks;
import dev.sayso.landing.form.PublicFormBody.Ticks;
import dev.sayso.landing.form.ShownChoices.Standing;
import dev.sayso.service.SubscriptionStatement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what a form says about a service by what it showed, what stands and what came
 * ticked.
 */
class ServiceStatementsTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "IN_OR_OUT,-,-,true,in", "IN_OR_OUT,-,-,false,-", "IN_OR_OUT,subscribed,subscribed,true,-",
					"IN_OR_OUT,subscribed,subscribed,false,out", "IN_OR_OUT,-,subscribed,false,out",
					"IN_OR_OUT,unsubscribed,unsubscribed,false,-", "IN_OR_OUT,unsubscribed,unsubscribed,true,in",
					"IN_OR_OUT,pending,pending,false,-", "IN_OR_OUT,pending,subscribed,false,-",
					"IN_OR_OUT,ended,ended,true,in", "CONTACT_ME,subscribed,subscribed,false,-",
					"CONTACT_ME,-,-,true,in", "DO_NOT_CONTACT,subscribed,subscribed,true,out",
					"DO_NOT_CONTACT,-,-,true,out", "DO_NOT_CONTACT,unsubscribed,unsubscribed,true,-",
					"DO_NOT_CONTACT,unsubscribed,subscribed,true,out",
					"DO_NOT_CONTACT,unsubscribed,unsubscribed,false,-" })
	void onlyWhatDiffersSpeaks(BoxMeaning meaning, @Nullable String shown, @Nullable String current, boolean tick,
			@Nullable String said) {
		List<SubscriptionStatement> statements = new ServiceStatements(Map.of("letter", meaning), shown(shown),
				shown(current), ticks(tick, Map.of()))
			.bySubject();
		assertThat(statements).extracting((statement) -> statement.in() ? "in" : "out")
			.isEqualTo((said != null) ? List.of(said) : List.of());
	}

	@Test
	void aFormThatDoesNotSayWhatItShowedUnsubscribesNobodyByWhatItLeaves() {
		ServiceStatements form = new ServiceStatements(Map.of("letter", BoxMeaning.IN_OR_OUT), null,
				shown("subscribed"), ticks(false, Map.of()));
		assertThat(form.bySubject()).isEmpty();
	}

	@Test
	void anotherFrequencyIsSaidAndTheSameIsNot() {
		ShownChoices weekly = shown("subscribed");
		assertThat(new ServiceStatements(Map.of("letter", BoxMeaning.IN_OR_OUT), weekly, weekly,
				ticks(true, Map.of("letter", "monthly")))
			.bySubject()).extracting(SubscriptionStatement::frequency).containsExactly("monthly");
		assertThat(new ServiceStatements(Map.of("letter", BoxMeaning.IN_OR_OUT), weekly, weekly,
				ticks(true, Map.of("letter", "weekly")))
			.bySubject()).isEmpty();
	}

	@Test
	void aNoSaidSinceIsAConflictAndOneThatWasShownIsNot() {
		Map<String, BoxMeaning> asked = Map.of("letter", BoxMeaning.IN_OR_OUT);
		assertThat(new ServiceStatements(asked, shown(null), shown("unsubscribed"), ticks(true, Map.of())).conflicts())
			.containsExactly("letter");
		assertThat(new ServiceStatements(asked, shown("unsubscribed"), shown("unsubscribed"), ticks(true, Map.of()))
			.conflicts()).isEmpty();
	}

	@Test
	void stoppingEverythingSaysNothingOfServices() {
		Ticks all = new Ticks(Set.of(), Set.of(), true, new ServiceTicks(Set.of("letter"), Set.of(), Map.of()),
				Set.of(), null);
		ServiceStatements form = new ServiceStatements(Map.of("letter", BoxMeaning.IN_OR_OUT), shown(null), shown(null),
				all);
		assertThat(form.bySubject()).isEmpty();
		assertThat(form.byVisitor()).isEmpty();
	}

	@Test
	void whatAFormShowedTravelsInIt() {
		ShownChoices shown = shown("subscribed");
		assertThat(ShownChoices.read(shown.written())).contains(shown);
		assertThat(ShownChoices.read("marketing.any=n service.letter=nothing"))
			.hasValueSatisfying((read) -> assertThat(read.services()).isEmpty());
	}

	private static ShownChoices shown(@Nullable String state) {
		return ShownChoices.NOTHING.withStandings((state == null) ? Map.of()
				: Map.of("letter", Standing.read(state, state.equals("subscribed") ? "weekly" : "").orElseThrow()));
	}

	private static Ticks ticks(boolean tick, Map<String, String> frequencies) {
		return new Ticks(Set.of(), Set.of(), false,
				new ServiceTicks(tick ? Set.of("letter") : Set.of(), Set.of(), frequencies), Set.of(), null);
	}

}
