package dev.sayso;

import java.util.Map;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords are kept as in the product, by the cheapest that bcrypt knows: at its usual
 * price hundreds of sign-ins take a minute of the tests.
 */
class QuickPasswords implements BeanPostProcessor {

	private static final int CHEAPEST = 4;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof PasswordEncoder)
				? new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(CHEAPEST))) : bean;
	}

}
