package dev.sayso.contact.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;

/**
 * What a policy says, kept as JSON and frozen when it is enabled.
 *
 * @param when the condition as JSON under which it binds, marketing actions among its
 * facts
 * @param only the condition as JSON that people have to meet then
 */
record PolicyContent(String when, String only) {

	static PolicyContent of(Condition when, Condition only) {
		return new PolicyContent(ConditionJson.write(when), ConditionJson.write(only));
	}

	@JsonIgnore
	Condition condition() {
		return ConditionJson.parse(this.when);
	}

	@JsonIgnore
	Condition required() {
		return ConditionJson.parse(this.only);
	}

}
