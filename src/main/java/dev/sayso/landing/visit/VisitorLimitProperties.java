package dev.sayso.landing.visit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How forms for visitors nobody identified are guarded.
 *
 * @param fillTime how long a person takes at least to fill one
 * @param fromNetwork how many are taken from one network in ten minutes
 * @param aboutAddress how many are taken about one address in ten minutes
 * @param answerTime after how long one is answered, so that the time it takes to look an
 * address up tells nobody whether it is known
 */
@ConfigurationProperties("sayso.visitors")
public record VisitorLimitProperties(@DefaultValue("2s") Duration fillTime, @DefaultValue("60") int fromNetwork,
		@DefaultValue("6") int aboutAddress, @DefaultValue("250ms") Duration answerTime) {

}
