package dev.sayso;

import java.util.Map;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords of tests are hashed at the least cost: a third of the suite's time went into
 * hashing them as real ones are.
 */
@Component
class QuickPasswords implements BeanPostProcessor {

	private static final int LEAST_COST = 4;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return !(bean instanceof PasswordEncoder) ? bean
				: new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LEAST_COST)));
	}

}
