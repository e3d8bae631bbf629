package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

// module downloads a Go module, unless it is there already, and gives its directory.
func module(nameAtVersion string) (string, error) {
	command := exec.Command("go", "mod", "download", "-json", nameAtVersion)
	command.Stderr = os.Stderr
	output, err := command.Output()
	var answer struct{ Dir, Error string }
	if decodeErr := json.Unmarshal(output, &answer); decodeErr != nil || answer.Error != "" || err != nil {
		return "", fmt.Errorf("%s cannot be downloaded: %s %v", nameAtVersion, answer.Error, err)
	}
	return answer.Dir, nil
}
