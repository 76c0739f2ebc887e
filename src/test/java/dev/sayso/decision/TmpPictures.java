package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.CommandLineRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.profile.People;

@Component
@Profile("pictures")
class TmpPictures implements CommandLineRunner {

	private final EditorSamples samples;

	private final KeepDecision keep;

	private final Decisions decisions;

	TmpPictures(EditorSamples samples, KeepDecision keep, Decisions decisions) {
		this.samples = samples;
		this.keep = keep;
		this.decisions = decisions;
	}

	@Override
	public void run(String... args) {
		if (this.decisions.findBySlug("home-top").isPresent()) {
			return;
		}
		this.samples.fill();
		this.samples.fallback("seasons", "The seasons", "web-hero");
		Condition.Comparison consent = new Condition.Comparison("consents.personalize.content", Operator.IS, true);
		Condition.Comparison fr = new Condition.Comparison("country", Operator.IS, "FR");
		Criterion formula = new Criterion(1, "workshops", "",
				"offer.priority + (profile.country == \"FR\" ? 10.0 : 0.0)", true);
		Decision ready = this.keep.create("home-top", "Home hero", "",
				new DecisionContent(
						null, List.of(
								new Scope("web-hero",
										List.of(EditorSamples.criterion(1, "summer", consent), formula,
												EditorSamples.criterion(2, "summer", fr))),
								new Scope("journal-banner", List.of(EditorSamples.criterion(1, "workshops", fr)))),
						"generic-welcome", null, false),
				People.OPERATOR);
		this.keep.create("broken", "Half done", "",
				new DecisionContent(null,
						List.of(new Scope("web-hero", List.of(EditorSamples.criterion(1, "workshops"))),
								new Scope("gone", List.of())),
						"", "We ask for consent in each criterion", false),
				People.OPERATOR);
		Decision live = this.keep.publish(this.samples.ready("autumn").id(), 0, People.OPERATOR);
		this.keep.edit(live.id(), live.version(), "Autumn", "", live.draft().fallingBackTo("seasons"), People.OPERATOR);
		for (int i = 0; i < 60; i++) {
			this.samples.ready("more-" + i);
		}
	}

}
