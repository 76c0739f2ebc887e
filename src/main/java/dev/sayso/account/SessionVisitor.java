package dev.sayso.account;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Chrome;
import dev.sayso.shared.Visitor;

/**
 * Tells the other rooms who is signed in.
 */
@Component
public class SessionVisitor implements Visitor {

	public static Optional<SignedIn> signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn user) ? Optional.of(user)
				: Optional.empty();
	}

	@Override
	public Optional<Chrome.User> user() {
		return signedIn().map((user) -> new Chrome.User(user.id().toString(), user.name(), user.role().name()));
	}

	@Override
	public String theme() {
		return signedIn().map(SignedIn::theme).orElse("auto");
	}

}
