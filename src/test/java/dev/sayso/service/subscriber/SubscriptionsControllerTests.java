package dev.sayso.service.subscriber;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.service.ServiceConsole;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.SubscriptionState;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.Flash;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the Subscriptions tab of a person.
 */
@ProductTest
class SubscriptionsControllerTests extends ServiceConsole {

	@Autowired
	RecordSay say;

	@Test
	void anOperatorSubscribesWithEvidenceAndTakesItBack() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		assertThat(post(tab(somebody), Map.of("service", "letter"))).hasStatus(422)
			.bodyText()
			.contains("Choose what proves it");
		assertThat(post(tab(somebody), Map.of("service", "", "kind", "letter"))).hasStatus(422)
			.bodyText()
			.contains("Choose the service");
		var done = post(tab(somebody),
				Map.of("service", "letter", "kind", "letter", "reference", "folder 7", "reason", "asked by telephone"),
				SignIn.operator());
		assertThat(done).hasStatus3xxRedirection();
		assertThat(latest(somebody).evidence().facts()).containsEntry("kind", "letter")
			.containsEntry("reference", "folder 7");
		assertThat(get(tab(somebody))).bodyText().contains("Was subscribed to Name of letter", "asked by telephone");
		assertThat(get("/profiles/" + somebody)).bodyText().contains("Name of letter");
		assertThat(get("/profiles/" + somebody + "/history?purpose=service.")).bodyText()
			.contains("Was subscribed to Name of letter", "folder 7");
		assertThat(get("/profiles/" + somebody + "/history.csv")).bodyText()
			.contains("Name of letter", "Subscribed", "service.letter");
		Flash flash = (Flash) java.util.Objects.requireNonNull(done.getMvcResult().getFlashMap().get("flash"));
		String change = java.util.Objects.requireNonNull(flash.undo()).changes().get(0);
		// only who did it takes it back
		post(tab(somebody) + "/undo", Map.of("change", change), SignIn.admin());
		assertThat(state(somebody, "letter")).isEqualTo(SubscriptionState.SUBSCRIBED);
	}

	@Test
	void theChannelsNoStopsTheServiceAndBothAreShownForWhatTheyAre() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		in(somebody, "letter", operator());
		assertThat(get(tab(somebody))).bodyText().contains("Yes").doesNotContain("E-mail is off");
		this.say.record(somebody, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)),
				Evidence.NONE, "Page", null));
		assertThat(get(tab(somebody))).bodyText()
			.contains("E-mail is off since", "One subscription by E-mail stands", "No, E-mail is off", "Subscribed");
		assertThat(get("/services/letter")).bodyText().contains("1 stays subscribed and gets nothing");
	}

	@Test
	void whatSomebodyElseChangedSinceIsNotOverwrittenUnseen() {
		service("letter");
		ProfileId somebody = this.people.somebody();
		Map<String, String> typed = new HashMap<>(Map.of("service", "letter", "kind", "letter"));
		out(somebody, "letter", person());
		assertThat(post(tab(somebody), typed)).hasStatus(409).bodyText().contains("Somebody changed this in between");
		typed.put("shown", "letter:" + this.subscriptions.find(somebody, "letter").orElseThrow().ledgerId());
		assertThat(get(tab(somebody) + "?service=letter")).bodyText().contains("They unsubscribed from Name of letter");
		assertThat(post(tab(somebody), typed)).hasStatus3xxRedirection();
		assertThat(state(somebody, "letter")).isEqualTo(SubscriptionState.SUBSCRIBED);
	}

	@Test
	void anOperatorChoosesHowOftenItComesAndUnsubscribes() {
		service("letter", ServiceValidity.ALWAYS, "weekly", "monthly");
		ProfileId somebody = this.people.somebody();
		in(somebody, "letter", operator());
		post(tab(somebody) + "/letter", Map.of("_method", "put", "frequency", "monthly"), SignIn.operator());
		assertThat(this.subscriptions.find(somebody, "letter").orElseThrow().frequency()).isEqualTo("monthly");
		post(tab(somebody) + "/letter", Map.of("_method", "put", "frequency", "daily"), SignIn.operator());
		assertThat(this.subscriptions.find(somebody, "letter").orElseThrow().frequency()).isEqualTo("monthly");
		post(tab(somebody) + "/letter", Map.of("_method", "delete"), SignIn.operator());
		assertThat(state(somebody, "letter")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(post(tab(somebody) + "/letter", Map.of("_method", "delete"), SignIn.marketer())).hasStatus(403);
	}

	private static String tab(ProfileId person) {
		return "/profiles/" + person + "/subscriptions";
	}

}
