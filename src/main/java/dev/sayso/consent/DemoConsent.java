package dev.sayso.consent;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.DemoContent;

/**
 * The demo's answer to whether silence counts as yes: the field's habit.
 */
@Component
@Order(15)
class DemoConsent implements DemoContent {

	private final ConsentSettings settings;

	DemoConsent(ConsentSettings settings) {
		this.settings = settings;
	}

	@Override
	public String name() {
		return "consent";
	}

	@Override
	public void lay() {
		if (this.settings.model().isEmpty()) {
			this.settings.adoptFromTheBeginning(ConsentModel.OPT_OUT);
		}
	}

}
