package dev.sayso.audience;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.shared.Actor;

/**
 * Creates the audience that every deployment needs: those to whom personalized offers may
 * be shown.
 */
@Component
@Order(1)
class InitialAudience implements ApplicationRunner {

	private static final String SLUG = "consents-to-personalization";

	private final Audiences audiences;

	private final AudienceManagement management;

	InitialAudience(Audiences audiences, AudienceManagement management) {
		this.audiences = audiences;
		this.management = management;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (this.audiences.findBySlug(SLUG).isPresent()) {
			return;
		}
		Condition consenting = Condition
			.all(new Condition.Comparison("consents.personalize.content", Operator.IS, true));
		try {
			this.management.create(SLUG, "Consents to personalization = true",
					"Those to whom content may be fitted by what is known of them.", consenting,
					new Actor(Actor.Kind.SYSTEM, null, "Sayso"));
		}
		catch (DuplicateKeyException ex) {
			// another instance was faster
		}
	}

}
