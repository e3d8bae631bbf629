package dev.plimsoll.project;

import java.util.Set;

/** Tells by their names the files that a CI system or a shell runs. */
final class PipelineNames {

  private static final Set<String> FOLDERS =
      Set.of(".github", ".gitlab", ".circleci", ".buildkite", ".gitea", ".forgejo", ".woodpecker");

  private static final Set<String> FILES =
      Set.of(
          ".gitlab-ci.yml",
          ".gitlab-ci.yaml",
          ".drone.yml",
          ".travis.yml",
          ".woodpecker.yml",
          "azure-pipelines.yml",
          "azure-pipelines.yaml",
          "bitbucket-pipelines.yml",
          "cloudbuild.yaml",
          "buildspec.yml",
          "Jenkinsfile",
          "Makefile",
          "GNUmakefile",
          "Justfile",
          "justfile",
          "Taskfile.yml",
          "Taskfile.yaml",
          "Dockerfile",
          "Containerfile");

  private PipelineNames() {}

  static boolean isFolder(String name) {
    return FOLDERS.contains(name);
  }

  static boolean isFile(String name) {
    return FILES.contains(name) || name.endsWith(".sh") || name.endsWith(".bash");
  }
}
