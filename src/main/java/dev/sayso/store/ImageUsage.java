package dev.sayso.store;

import java.util.Set;

/**
 * Tells which uploaded pictures what a room has configured shows.
 */
public interface ImageUsage {

	/** Their names: the hash of what each holds, and its type. */
	Set<String> images();

}
