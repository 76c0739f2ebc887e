package dev.sayso.shared.page;

import java.util.Optional;

/**
 * Tells the {@link PageFrame} who is signed in and how they like it; the account room
 * answers.
 */
public interface CurrentUser {

	Optional<PageFrame.User> user();

	/** {@code light}, {@code dark} or {@code auto}. */
	String theme();

}
