package dev.sayso.landing.configuration;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.store.ConfigurationPart;

/**
 * What is wrong with the ways on by themselves.
 */
final class ThanksItemFaults {

	private final FaultList faults;

	ThanksItemFaults(FaultList faults) {
		this.faults = faults;
	}

	void find(ThanksItem thanks) {
		way("", thanks.page(), thanks.address());
		if (thanks.list().size() > ThankYou.MOST) {
			this.faults.add("/rules", "has more than " + ThankYou.MOST);
			return;
		}
		for (int place = 0; place < thanks.list().size(); place++) {
			String pointer = "/rules/" + place;
			ThanksItem.WayItem rule = thanks.list().get(place);
			if (rule == null) {
				this.faults.add(pointer, "is not an object");
				continue;
			}
			way(pointer, rule.page(), rule.address());
			condition(pointer + "/condition", rule);
		}
	}

	private void condition(String pointer, ThanksItem.WayItem rule) {
		try {
			if (rule.condition() == null) {
				this.faults.add(pointer, ConfigurationPart.MISSING);
			}
			else {
				rule.parsed();
			}
		}
		catch (InvalidConditionException ex) {
			this.faults.add(pointer, "is not a condition");
		}
	}

	private void way(String pointer, @Nullable String page, @Nullable String address) {
		if (page != null && address != null) {
			this.faults.add(pointer + "/address", "stands beside a page");
		}
		this.faults.address(pointer + "/address", address);
	}

}
